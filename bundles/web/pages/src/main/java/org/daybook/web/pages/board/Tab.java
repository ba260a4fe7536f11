package org.daybook.web.pages.board;

/** One of several lists on the same page, of which one is shown. */
public record Tab(String label, String href, boolean current) {}
