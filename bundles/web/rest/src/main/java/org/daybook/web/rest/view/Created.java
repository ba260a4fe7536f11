package org.daybook.web.rest.view;

/**
 * Something that a POST made: 201 with its address, or 200 if it was there before.
 *
 * @param location its path
 * @param fresh whether this request made it
 */
public record Created<V>(V entity, String location, boolean fresh) {
  public Created(V entity, String location) {
    this(entity, location, true);
  }
}
