-- Whom we serve and who serves

CREATE TABLE client (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_client PRIMARY KEY,
  code VARCHAR(100) NOT NULL,
  code_lower VARCHAR(100) NOT NULL CONSTRAINT uq_client_code UNIQUE,
  name VARCHAR(300) NOT NULL,
  name_lower VARCHAR(300) NOT NULL,
  service_plan VARCHAR(30) NOT NULL,
  language VARCHAR(35) NOT NULL,
  time_zone VARCHAR(60) NOT NULL,
  review_first BOOLEAN NOT NULL,
  engineer_id VARCHAR(64),
  manager_id VARCHAR(64),
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_client_name ON client (name_lower);

CREATE TABLE site (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_site PRIMARY KEY,
  client_id VARCHAR(64) NOT NULL,
  name VARCHAR(300) NOT NULL,
  address VARCHAR(1000) NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_site_client ON site (client_id, id);

CREATE TABLE contact (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_contact PRIMARY KEY,
  client_id VARCHAR(64) NOT NULL,
  name VARCHAR(300) NOT NULL,
  job_title VARCHAR(300),
  email VARCHAR(320),
  phone VARCHAR(100),
  report_recipient BOOLEAN NOT NULL,
  responsible BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX ix_contact_client ON contact (client_id, id);

CREATE TABLE asset (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_asset PRIMARY KEY,
  client_id VARCHAR(64) NOT NULL,
  site_id VARCHAR(64) NOT NULL,
  kind VARCHAR(30) NOT NULL,
  name VARCHAR(300) NOT NULL,
  hostname VARCHAR(255),
  hostname_lower VARCHAR(255),
  inventory_number VARCHAR(255),
  inventory_lower VARCHAR(255),
  retired BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_asset_hostname UNIQUE (client_id, hostname_lower),
  CONSTRAINT uq_asset_inventory UNIQUE (client_id, inventory_lower)
);
CREATE INDEX ix_asset_client ON asset (client_id, id);
CREATE INDEX ix_asset_site ON asset (site_id, id);

CREATE TABLE staff_member (
  id VARCHAR(64) NOT NULL CONSTRAINT pk_staff_member PRIMARY KEY,
  name VARCHAR(300) NOT NULL,
  staff_role VARCHAR(30) NOT NULL,
  email VARCHAR(320),
  phone VARCHAR(100),
  department VARCHAR(300),
  manager_id VARCHAR(64),
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
