package org.ostiary.web.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.OptionDescription;
import org.ostiary.web.console.FormField.Kind;

/**
 * The form for a client: a field for each option that a newcomer needs, and a text with a line for each of the others. What was
 * typed is read back as it was, right or wrong.
 */
final class ClientForm {

    /** The options with fields, in the order of the form. */
    static final Map<String, Kind> FIELDS = fields();

    private final Map<String, OptionDescription> descriptions;

    ClientForm(List<OptionDescription> descriptions) {
        this.descriptions =
                descriptions.stream().collect(Collectors.toMap(OptionDescription::name, description -> description));
    }

    private static Map<String, Kind> fields() {
        Map<String, Kind> fields = new LinkedHashMap<>();
        fields.put("client-name", Kind.TEXT);
        fields.put("public", Kind.CHOICE);
        fields.put("redirect-uris", Kind.LINES);
        fields.put("post-logout-redirect-uris", Kind.LINES);
        fields.put("scopes", Kind.CHOICES);
        fields.put("grant-types", Kind.CHOICES);
        fields.put("response-types", Kind.CHOICES);
        fields.put("authorization-policy", Kind.CHOICE);
        fields.put("consent-mode", Kind.CHOICE);
        fields.put("token-endpoint-auth-method", Kind.CHOICE);
        return fields;
    }

    /**
     * What somebody typed.
     *
     * @param wrong lines that are no options
     */
    record Typed(Map<String, String> options, List<String> wrong) {}

    /** Reads what was typed. */
    Typed read(PlaceCall call) {
        Map<String, String> options = new LinkedHashMap<>();
        FIELDS.forEach((name, kind) -> {
            String text = text(call, name, kind);
            if (!text.isEmpty()) {
                options.put(name, text);
            }
        });
        List<String> wrong = OptionTexts.read(call.lines("others"), FIELDS.keySet(), options);
        return new Typed(options, wrong);
    }

    private static String text(PlaceCall call, String name, Kind kind) {
        return switch (kind) {
            case TEXT, CHOICE -> call.text(name);
            case LINES -> OptionTexts.list(call.lines(name));
            case CHOICES -> OptionTexts.list(call.ticked(name));
        };
    }

    /** The form with these options. */
    ClientFormModel show(String clientId, @Nullable String seen, Map<String, String> options) {
        return model(
                clientId,
                seen,
                options,
                OptionTexts.lines(others(options)),
                new OptionMistakes(clientId, List.of()),
                List.of(),
                List.of());
    }

    /**
     * The form once more, as it was typed.
     *
     * @param seen the state that is changed when it is sent again
     * @param alert why it is shown once more
     * @param mistakes as the configuration words them, or lines that are no options
     * @param differences what is stored otherwise
     */
    ClientFormModel again(
            PlaceCall call,
            @Nullable String seen,
            Typed typed,
            String alert,
            List<String> mistakes,
            List<String> differences) {
        String id = call.text("client");
        return model(
                id,
                seen,
                typed.options(),
                call.text("others"),
                new OptionMistakes(id, mistakes),
                List.of(alert),
                differences);
    }

    private static Map<String, String> others(Map<String, String> options) {
        Map<String, String> others = new LinkedHashMap<>(options);
        others.keySet().removeAll(FIELDS.keySet());
        return others;
    }

    private ClientFormModel model(
            String clientId,
            @Nullable String seen,
            Map<String, String> options,
            String others,
            OptionMistakes mistakes,
            List<String> alerts,
            List<String> differences) {
        List<FormField> fields = new ArrayList<>();
        FIELDS.forEach((name, kind) -> fields.add(field(name, kind, options.get(name), mistakes.take(name))));
        List<String> wrongId = mistakes.take(OptionMistakes.IDENTIFIER);
        return new ClientFormModel(clientId, seen, fields, others, wrongId, mistakes.rest(), alerts, differences);
    }

    private FormField field(String name, Kind kind, @Nullable String value, List<String> wrong) {
        OptionDescription option = Objects.requireNonNull(descriptions.get(name), name);
        List<String> parts = OptionTexts.parts(value);
        String shown = switch (kind) {
            case TEXT, CHOICE -> Objects.requireNonNullElse(value, "");
            case LINES -> String.join("\n", parts);
            case CHOICES -> "";
        };
        Set<String> choices = new LinkedHashSet<>(option.choices());
        choices.addAll(kind == Kind.CHOICES || kind == Kind.CHOICE ? parts : List.of());
        return new FormField(
                name,
                kind,
                shown,
                choices.stream()
                        .map(choice -> new FormField.Choice(name + "." + choice, choice, parts.contains(choice)))
                        .toList(),
                option.standard(),
                wrong);
    }
}
