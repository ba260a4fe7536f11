package org.daybook.web.pages;

import org.daybook.api.delivery.PostOffice;
import org.daybook.api.diary.Diary;
import org.daybook.api.diary.SavedViews;
import org.daybook.api.error.UnavailableException;
import org.daybook.api.source.Signals;

/**
 * The services behind the forms of the board, beside those that {@link Parts} has. Each may come
 * and go at any time; asking for one that is missing throws {@link UnavailableException}.
 */
public interface Services {
  Diary diary();

  SavedViews savedViews();

  Signals signals();

  PostOffice postOffice();
}
