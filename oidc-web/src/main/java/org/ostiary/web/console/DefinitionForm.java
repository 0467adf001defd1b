package org.ostiary.web.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.definition.DefinitionView;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.IdTokenAudience;
import org.ostiary.web.console.ClientForm.Typed;

/**
 * The form for a policy, scope or claims policy: a field for each option that has one name, and a text with a line for each of the
 * others, like the rules of a policy. What was typed is read back as it was, right or wrong.
 */
final class DefinitionForm {

    /** The fields of each kind, in the order of the form, with what may be chosen; nothing for names, a line each. */
    static final Map<DefinitionKind, Map<String, List<String>>> FIELDS = Map.of(
            DefinitionKind.POLICY,
            ordered(
                    "default-policy",
                    Stream.of(AuthorizationPolicy.values())
                            .map(AuthorizationPolicy::value)
                            .toList(),
                    "contacts",
                    List.of()),
            DefinitionKind.SCOPE,
            Map.of("claims", List.of()),
            DefinitionKind.CLAIMS_POLICY,
            ordered(
                    "id-token",
                    List.of(),
                    "access-token",
                    List.of(),
                    "id-token-audience-mode",
                    Stream.of(IdTokenAudience.values())
                            .map(IdTokenAudience::value)
                            .toList()));

    private final DefinitionKind kind;
    private final Map<String, List<String>> fields;

    DefinitionForm(DefinitionKind kind) {
        this.kind = kind;
        this.fields = Objects.requireNonNull(FIELDS.get(kind));
    }

    private static Map<String, List<String>> ordered(Object... namesAndChoices) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndChoices.length; at += 2) {
            fields.put(
                    (String) namesAndChoices[at],
                    ((List<?>) namesAndChoices[at + 1])
                            .stream().map(String::valueOf).toList());
        }
        return fields;
    }

    /** Reads what was typed. */
    Typed read(PlaceCall call) {
        Map<String, String> options = new LinkedHashMap<>();
        fields.forEach((name, choices) -> {
            String text = choices.isEmpty() ? OptionTexts.list(call.lines(name)) : call.text(name);
            if (!text.isEmpty()) {
                options.put(name, text);
            }
        });
        return new Typed(options, OptionTexts.read(call.lines("others"), fields.keySet(), options));
    }

    /** The form for a new one. */
    DefinitionFormModel empty() {
        return model("", null, Map.of(), "", List.of(), List.of(), List.of(), null);
    }

    /** The form with what is defined. */
    DefinitionFormModel show(DefinitionView known) {
        return counted(known.name(), known.entityTag(), known.options(), null);
    }

    /** The form with these options, and how many grants they would end; null where that is not known. */
    DefinitionFormModel counted(String name, String seen, Map<String, String> options, @Nullable Integer lost) {
        Map<String, String> others = new LinkedHashMap<>(options);
        others.keySet().removeAll(fields.keySet());
        return model(name, seen, options, OptionTexts.lines(others), List.of(), List.of(), List.of(), lost);
    }

    /**
     * The form once more, as it was typed.
     *
     * @param seen the state that is changed when it is sent again
     * @param alert why it is shown once more
     * @param mistakes as the configuration words them, or lines that are no options
     * @param differences what is stored otherwise
     */
    DefinitionFormModel again(
            PlaceCall call,
            @Nullable String seen,
            Typed typed,
            String alert,
            List<String> mistakes,
            List<String> differences) {
        return model(
                call.text("name"),
                seen,
                typed.options(),
                call.text("others"),
                mistakes,
                List.of(alert),
                differences,
                null);
    }

    private DefinitionFormModel model(
            String name,
            @Nullable String seen,
            Map<String, String> options,
            String others,
            List<String> mistakes,
            List<String> alerts,
            List<String> differences,
            @Nullable Integer lost) {
        OptionMistakes wrong = new OptionMistakes(kind.prefix(name), kind.prefix("<name>"), mistakes);
        List<FormField> shown = new ArrayList<>();
        fields.forEach((option, choices) -> shown.add(field(option, choices, options.get(option), wrong.take(option))));
        List<String> wrongName = wrong.take(OptionMistakes.IDENTIFIER);
        return new DefinitionFormModel(
                kind, name, seen, shown, others, wrongName, wrong.rest(), alerts, differences, lost);
    }

    private static FormField field(String name, List<String> choices, @Nullable String value, List<String> wrong) {
        boolean lines = choices.isEmpty();
        String text = Objects.requireNonNullElse(value, "");
        Stream<String> all =
                lines || value == null ? choices.stream() : Stream.concat(choices.stream(), Stream.of(text));
        return new FormField(
                name,
                lines ? FormField.Kind.LINES : FormField.Kind.CHOICE,
                lines ? String.join("\n", OptionTexts.parts(value)) : text,
                all.distinct()
                        .map(choice -> new FormField.Choice(name + "." + choice, choice, choice.equals(value)))
                        .toList(),
                lines ? null : choices.get(name.equals("default-policy") ? 1 : 0),
                wrong);
    }
}
