package org.daybook.web.pages.board.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybook.web.pages.board.Words;
import org.daybook.web.pages.http.Form;
import org.daybook.web.pages.template.SafeHtml;
import org.daybook.web.pages.template.Templates;

/**
 * A form as it is shown: empty, or with what was typed and what is wrong with it. Labels are the
 * page's words {@code field.NAME}, hints {@code hint.NAME} if there are such.
 *
 * @param id unique on the page; the ids of its fields begin with it
 * @param action where it is sent to, relative to the page
 * @param key of the visitor, for its purpose
 * @param button what the button says
 * @param besides what is wrong with no field of it
 * @param first the field where its writer goes on; blank if none is wrong
 */
public record FormView(
    String id,
    String action,
    String key,
    String button,
    List<Field> fields,
    List<String> besides,
    String first) {
  /** The hidden field by which a form that is sent twice is known. */
  public static final String ONCE = "once";

  /** What a field was is beside it, in a hidden one with this before its name. */
  private static final String WAS = "was-";

  public FormView {
    fields = List.copyOf(fields);
    besides = List.copyOf(besides);
  }

  /** Whether something is wrong with it. */
  public boolean wrong() {
    return !besides.isEmpty() || !first.isEmpty();
  }

  /** What is wrong, and with which field. */
  public List<Field> wrongFields() {
    return fields.stream().filter(field -> !field.error().isEmpty()).toList();
  }

  /** The markup, which escapes every text in it. */
  public SafeHtml html(Templates templates, Words words) {
    return SafeHtml.rendered(
        templates.merge(
            FormView.class, "form.vm", Map.of("f", this, "w", words.of(FormView.class))));
  }

  /**
   * Whether the sender of a form changed a field that {@linkplain Builder#remembering remembers}
   * what it was.
   */
  public static boolean changed(Form sent, String field) {
    return !sent.get(field).equals(sent.get(WAS + field));
  }

  /** Makes a form. */
  public static final class Builder {
    private final Words words;
    private final Form typed;
    private final FormErrors errors;
    private final List<Field> fields = new ArrayList<>();
    private String kind = "";
    private boolean remembers;

    /**
     * For a form in the words of a page.
     *
     * @param typed what was sent, {@link Form#EMPTY} if the form is shown for the first time
     */
    public Builder(Words words, Form typed, FormErrors errors) {
      this.words = words;
      this.typed = typed;
      this.errors = errors;
    }

    /** Looks for {@code field.KIND.NAME} and {@code hint.KIND.NAME} first. */
    public Builder about(String things) {
      kind = things + ".";
      return this;
    }

    /** Boxes, each named {@code NAME-OPTION}, so that no name is there twice. */
    public Builder boxes(String name, List<Field.Option> options, Collection<String> usual) {
      String value =
          options.stream()
              .map(Field.Option::value)
              .filter(
                  option ->
                      typed.get("key").isBlank()
                          ? usual.contains(option)
                          : typed.get(name + "-" + option).equals("on"))
              .collect(Collectors.joining(" "));
      fields.add(field(name, Field.Kind.BOXES, value, false, options));
      return this;
    }

    /**
     * From here on each field remembers what it was: what its sender leaves alone shows how it is
     * by now if the form has to be shown again, and {@link FormView#changed} tells it from the
     * rest.
     */
    public Builder remembering() {
      remembers = true;
      return this;
    }

    public Builder hidden(String name, String value) {
      fields.add(new Field(name, Field.Kind.HIDDEN, "", "", value, false, List.of(), ""));
      return this;
    }

    /** A field that has to be filled in. */
    public Builder required(String name, Field.Kind kind, String usual) {
      return add(name, kind, usual, true, List.of());
    }

    public Builder optional(String name, Field.Kind kind, String usual) {
      return add(name, kind, usual, false, List.of());
    }

    public Builder choice(String name, List<Field.Option> options, String usual) {
      return add(name, Field.Kind.CHOICE, usual, true, options);
    }

    private Builder add(
        String name, Field.Kind type, String usual, boolean required, List<Field.Option> options) {
      // A form that was sent has its key; a box that is not ticked is not sent at all.
      boolean untouched = remembers && !changed(typed, name);
      String value = typed.get("key").isBlank() || untouched ? usual : typed.get(name);
      fields.add(field(name, type, value, required, options));
      return remembers ? hidden(WAS + name, usual) : this;
    }

    /** The mark of this form: it stays until what was typed into it is taken. */
    private String mark() {
      boolean again = !typed.get("key").isBlank() && !typed.get(ONCE).isBlank();
      return again ? typed.get(ONCE) : UUID.randomUUID().toString();
    }

    private Field field(
        String name, Field.Kind type, String value, boolean required, List<Field.Option> options) {
      String label = words.getOr("field." + kind + name, "");
      return new Field(
          name,
          type,
          label.isEmpty() ? words.get("field." + name) : label,
          words.getOr("hint." + kind + name, words.getOr("hint." + name, "")),
          type == Field.Kind.PASSWORD ? "" : value,
          required,
          options,
          errors.of(name));
    }

    /** The form; see {@link FormView}. */
    public FormView build(String id, String action, String key, String button) {
      hidden(ONCE, mark());
      List<String> shown =
          fields.stream().filter(field -> !field.hidden()).map(Field::name).toList();
      return new FormView(
          id, action, key, button, fields, errors.besides(shown), errors.firstOf(shown));
    }
  }
}
