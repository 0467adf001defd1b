package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.admin.definition.AdminDefinitionService;
import org.ostiary.ejb.admin.definition.DefinitionChange;
import org.ostiary.ejb.admin.definition.DefinitionOrder;
import org.ostiary.ejb.admin.definition.DefinitionView;
import org.ostiary.ejb.config.DefinitionKind;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.web.console.ClientForm.Typed;

/** Policies, scopes and claims policies. What a change of a policy would end is counted before it is made. */
@ApplicationScoped
public class DefinitionPlaces implements Subject {

    /** What somebody can mend in the form. */
    private static final Set<Kind> MENDABLE = EnumSet.of(Kind.MALFORMED, Kind.CONFLICT, Kind.STALE);

    @Inject
    AdminDefinitionService definitions;

    @Inject
    ClientPages pages;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.LIST_DEFINITIONS, call -> DefinitionsModel.of(definitions.list()));
        table.shows(Place.SHOW_DEFINITION, this::definition);
        table.shows(Place.EDIT_DEFINITION, this::form);
        table.answers(Place.CREATE_DEFINITION, this::create);
        table.answers(Place.PREVIEW_DEFINITION, this::preview);
        table.answers(Place.CHANGE_DEFINITION, this::change);
        table.does(Place.DELETE_DEFINITION, call -> {
            definitions.delete(call.administrator(), kind(call), call.require("name"), call.seen());
            return "/definitions?";
        });
    }

    private static DefinitionKind kind(PlaceCall call) {
        return DefinitionKind.of(call.require("kind")).orElseThrow(() -> AdminRefusal.unknown("kind of definition"));
    }

    private static String page(PlaceCall call) {
        return "/definition?" + FormEncoding.encode(Map.of("kind", call.require("kind"), "name", call.require("name")))
                + "&";
    }

    private Record definition(PlaceCall call) {
        DefinitionView definition = definitions.show(kind(call), call.require("name"));
        Map<String, String> sources = pages.sources(definition.kind().prefix(definition.name()));
        return new DefinitionModel(
                definition,
                definition.options().entrySet().stream()
                        .map(each ->
                                new ClientModel.OptionLine(each.getKey(), each.getValue(), sources.get(each.getKey())))
                        .toList());
    }

    private Record form(PlaceCall call) {
        DefinitionForm form = new DefinitionForm(kind(call));
        String name = call.find("name");
        return name == null ? form.empty() : form.show(definitions.showDefinedHere(kind(call), name));
    }

    private Outcome create(PlaceCall call) {
        Typed typed = new DefinitionForm(kind(call)).read(call);
        return mended(call, typed, null, () -> {
            definitions.create(
                    call.administrator(), new DefinitionOrder(kind(call), call.text("name"), typed.options()));
            return new Outcome.Done(page(call));
        });
    }

    private Outcome preview(PlaceCall call) {
        DefinitionForm form = new DefinitionForm(kind(call));
        Typed typed = form.read(call);
        String seen = call.require("seen");
        return mended(call, typed, seen, () -> {
            int lost = change(call, typed, true);
            return new Outcome.Shown(
                    Place.EDIT_DEFINITION, form.counted(call.require("name"), seen, typed.options(), lost), null);
        });
    }

    private Outcome change(PlaceCall call) {
        Typed typed = new DefinitionForm(kind(call)).read(call);
        return mended(call, typed, call.require("seen"), () -> {
            change(call, typed, false);
            return new Outcome.Done(page(call));
        });
    }

    private int change(PlaceCall call, Typed typed, boolean dryRun) {
        DefinitionChange change = new DefinitionChange(typed.options(), dryRun);
        return definitions
                .change(call.administrator(), kind(call), call.require("name"), change, call.seen())
                .grants();
    }

    /** Whatever is refused is shown again as it was typed. */
    private Outcome mended(PlaceCall call, Typed typed, @Nullable String seen, Supplier<Outcome> done) {
        try {
            ClientForms.requireRead(typed);
            return done.get();
        } catch (AdminRefusal refusal) {
            if (!MENDABLE.contains(refusal.kind())) {
                throw refusal;
            }
            return again(call, typed, seen, refusal);
        }
    }

    private Outcome again(PlaceCall call, Typed typed, @Nullable String seen, AdminRefusal refusal) {
        @Nullable String now = seen;
        List<String> differences = List.of();
        if (seen != null && refusal.kind() == Kind.STALE) {
            DefinitionView stored = definitions.showDefinedHere(kind(call), call.text("name"));
            now = stored.entityTag();
            differences = OptionTexts.differences(stored.options(), typed.options());
        }
        DefinitionFormModel model = new DefinitionForm(kind(call))
                .again(call, now, typed, refusal.detail(), refusal.mistakes(), differences);
        return new Outcome.Shown(Place.EDIT_DEFINITION, model, Refused.of(refusal));
    }
}
