package org.daybook.web.pages.board.setup;

/** Something to open. */
public record Link(String label, String href) {}
