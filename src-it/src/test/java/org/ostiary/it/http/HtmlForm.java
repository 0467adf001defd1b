package org.ostiary.it.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first form of a page, read as plainly as an old-fashioned browser does. Immutable. */
public final class HtmlForm {
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTROL =
            Pattern.compile("<(input|button)\\b([^>]*)>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final URI action;
    private final List<Control> controls;
    private final Parameters filled;

    private HtmlForm(URI action, List<Control> controls, Parameters filled) {
        this.action = action;
        this.controls = controls;
        this.filled = filled;
    }

    static HtmlForm first(Answer page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("No form in " + page);
        }
        String action = attribute(form.group(1), "action").orElse("");
        List<Control> controls = new ArrayList<>();
        Matcher control = CONTROL.matcher(form.group(2));
        while (control.find()) {
            controls.add(Control.read(control.group(1), control.group(2)));
        }
        Parameters sent = Parameters.none();
        for (Control one : controls) {
            if (one.sent() && !one.name().isEmpty()) {
                sent = sent.adding(one.name(), one.value());
            }
        }
        URI target = action.isEmpty() ? page.uri() : page.uri().resolve(action);
        return new HtmlForm(target, List.copyOf(controls), sent);
    }

    /** Where the form goes. */
    public URI action() {
        return action;
    }

    /** What is sent when no button is pressed: hidden fields and what was filled in. */
    public Parameters parameters() {
        return filled;
    }

    /** The form with the field of this id filled in. */
    public HtmlForm fill(String id, String value) {
        return new HtmlForm(action, controls, filled.with(control(id).name(), value));
    }

    /** The form with the box of this id ticked. */
    public HtmlForm tick(String id) {
        return new HtmlForm(
                action, controls, filled.with(control(id).name(), control(id).value()));
    }

    /** The form with the box of this id not ticked. */
    public HtmlForm untick(String id) {
        return new HtmlForm(action, controls, filled.without(control(id).name()));
    }

    /** Whether the box of this id is ticked as the page comes. */
    public boolean ticked(String id) {
        return control(id).kind() == Kind.TICKED;
    }

    /** Whether a person can do nothing with the field of this id. */
    public boolean disabled(String id) {
        return control(id).disabled();
    }

    /** What is sent when the button of this id is pressed. */
    public Parameters press(String id) {
        Control button = control(id);
        return button.name().isEmpty() ? filled : filled.with(button.name(), button.value());
    }

    /** The name of the field or button with this id. */
    public String nameOf(String id) {
        return control(id).name();
    }

    private Control control(String id) {
        return controls.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No element " + id + " in the form; it has " + controls));
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher found = Pattern.compile(
                        "(?:^|\\s)" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE)
                .matcher(tag);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(unescape(found.group(1) != null ? found.group(1) : found.group(2)));
    }

    private static String unescape(String html) {
        Matcher reference = Pattern.compile("&(#x?[0-9a-fA-F]+|[a-z]+);").matcher(html);
        return reference.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String reference) {
        if (reference.startsWith("#x") || reference.startsWith("#X")) {
            return Character.toString(Integer.parseInt(reference.substring(2), 16));
        }
        if (reference.startsWith("#")) {
            return Character.toString(Integer.parseInt(reference.substring(1)));
        }
        return switch (reference) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + reference + ";";
        };
    }

    private enum Kind {
        FIELD,
        BUTTON,
        TICKED,
        UNTICKED
    }

    private record Control(String id, String name, String value, Kind kind, boolean disabled) {
        static Control read(String element, String tag) {
            return new Control(
                    attribute(tag, "id").orElse(""),
                    attribute(tag, "name").orElse(""),
                    attribute(tag, "value").orElse(""),
                    kind(element, tag),
                    attribute(tag, "disabled").isPresent());
        }

        private static Kind kind(String element, String tag) {
            String type = attribute(tag, "type").orElse("").toLowerCase(Locale.ROOT);
            if (type.equals("checkbox")) {
                return attribute(tag, "checked").isPresent() ? Kind.TICKED : Kind.UNTICKED;
            }
            boolean button = element.equalsIgnoreCase("button") || type.equals("submit") || type.equals("image");
            return button ? Kind.BUTTON : Kind.FIELD;
        }

        boolean sent() {
            return !disabled && (kind == Kind.FIELD || kind == Kind.TICKED);
        }
    }
}
