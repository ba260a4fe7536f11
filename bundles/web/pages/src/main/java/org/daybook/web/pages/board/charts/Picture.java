package org.daybook.web.pages.board.charts;

import java.util.List;
import org.daybook.web.pages.board.Svg;
import org.daybook.web.pages.template.SafeHtml;

/**
 * A picture with its name and the table behind it.
 *
 * @param id unique on the page
 * @param note said under the name; may be blank
 * @param table what leads to the table
 * @param heads of the table's columns
 * @param rows of the table, the first value of each its name
 */
public record Picture(
    String id,
    String title,
    String note,
    SafeHtml svg,
    String table,
    List<String> heads,
    List<List<String>> rows) {
  public Picture {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /** Whether there is nothing to be seen. */
  public boolean empty() {
    return rows.isEmpty();
  }

  /** The markup; blank if there is nothing to be seen. */
  public SafeHtml html() {
    if (empty()) {
      return SafeHtml.rendered("");
    }
    StringBuilder html = new StringBuilder(4096);
    html.append("<section class=\"picture\" aria-labelledby=\"").append(id).append("\">");
    element(html, "h3", " id=\"" + id + "\"", title);
    if (!note.isBlank()) {
      element(html, "p", " class=\"muted\"", note);
    }
    html.append(svg).append("<details>");
    element(html, "summary", "", table);
    html.append("<table class=\"behind\">");
    element(html, "caption", " class=\"unseen\"", title);
    html.append("<thead><tr>");
    heads.forEach(head -> element(html, "th", " scope=\"col\"", head));
    html.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      html.append("<tr>");
      element(html, "th", " scope=\"row\"", row.get(0));
      for (int i = 1; i < row.size(); i++) {
        html.append("<td><span class=\"of\">").append(Svg.escape(heads.get(i)));
        html.append("</span> ").append(Svg.escape(row.get(i))).append("</td>");
      }
      html.append("</tr>");
    }
    return SafeHtml.rendered(html.append("</tbody></table></details></section>").toString());
  }

  private static void element(StringBuilder html, String name, String attributes, String text) {
    html.append('<').append(name).append(attributes).append('>');
    html.append(Svg.escape(text)).append("</").append(name).append('>');
  }
}
