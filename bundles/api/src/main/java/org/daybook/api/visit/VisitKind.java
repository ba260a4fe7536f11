package org.daybook.api.visit;

/** Why somebody comes. */
public enum VisitKind {
  PLANNED,
  EMERGENCY
}
