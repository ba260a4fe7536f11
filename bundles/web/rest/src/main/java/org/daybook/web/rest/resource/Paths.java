package org.daybook.web.rest.resource;

/** The addresses of the resources. */
final class Paths {
  static final String API = "/api/v1";
  static final String CLIENTS = API + "/clients";
  static final String SITES = API + "/sites";
  static final String CONTACTS = API + "/contacts";
  static final String ASSETS = API + "/assets";
  static final String STAFF = API + "/staff";
  static final String PROJECTS = API + "/projects";
  static final String TOKENS = API + "/tokens";
  static final String TASKS = API + "/tasks";
  static final String VISITS = API + "/visits";
  static final String REPORTS = API + "/reports";
  static final String DISPUTES = API + "/disputes";
  static final String PLANS = API + "/plans";
  static final String ABSENCES = API + "/absences";
  static final String REGULATIONS = API + "/regulations";
  static final String DELIVERIES = API + "/deliveries";
  static final String LETTERS = API + "/letters";
  static final String SESSION = API + "/session";
  static final String SESSIONS = API + "/sessions";

  static final String PHOTOS = API + "/photos";

  private Paths() {}
}
