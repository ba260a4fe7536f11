package org.daybook.api.directory;

/** Type of equipment; each has its own regulation. In the order in which a report shows them. */
public enum AssetKind {
  WINDOWS_SERVER,
  LINUX_SERVER,
  WORKSTATION,
  PRINTER,
  NETWORK_DEVICE,
  OTHER;

  public boolean isServer() {
    return this == WINDOWS_SERVER || this == LINUX_SERVER;
  }
}
