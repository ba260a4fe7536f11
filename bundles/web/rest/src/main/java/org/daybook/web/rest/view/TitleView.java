package org.daybook.web.rest.view;

/** A text in both languages. */
public record TitleView(String ru, String en) {}
