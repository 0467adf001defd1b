package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.admin.client.AdminClientService;
import org.ostiary.ejb.admin.client.ClientChange;
import org.ostiary.ejb.admin.client.ClientCreated;
import org.ostiary.ejb.admin.client.ClientOrder;
import org.ostiary.ejb.admin.client.ClientView;
import org.ostiary.web.console.ClientForm.Typed;

/** Registers applications and gives them other options. Whatever is refused is shown again as it was typed. */
@ApplicationScoped
public class ClientForms implements Subject {

    /** What somebody can mend in the form. */
    private static final Set<Kind> MENDABLE = EnumSet.of(Kind.MALFORMED, Kind.CONFLICT, Kind.STALE);

    @Inject
    AdminClientService clients;

    @Inject
    ClientPages pages;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.EDIT_CLIENT, this::form);
        table.answers(Place.CREATE_CLIENT, this::create);
        table.answers(Place.CHANGE_CLIENT, this::change);
    }

    private ClientForm form() {
        return new ClientForm(clients.options());
    }

    private Record form(PlaceCall call) {
        String id = call.find("client");
        if (id == null) {
            return form().show("", null, Map.of());
        }
        ClientView client = clients.showRegisteredHere(id);
        return form().show(id, client.entityTag(), client.options());
    }

    private Outcome create(PlaceCall call) {
        Typed typed = form().read(call);
        try {
            requireRead(typed);
            ClientCreated created =
                    clients.create(call.administrator(), new ClientOrder(call.text("client"), typed.options()));
            return created.secret() == null
                    ? new Outcome.Done(ClientPages.path(created.client().clientId()))
                    : new Outcome.Shown(Place.SHOW_CLIENT, pages.show(created.client(), created.secret()), null);
        } catch (AdminRefusal refusal) {
            return again(call, typed, null, refusal);
        }
    }

    private Outcome change(PlaceCall call) {
        Typed typed = form().read(call);
        String id = call.require("client");
        String seen = call.require("seen");
        try {
            requireRead(typed);
            clients.change(call.administrator(), id, new ClientChange(typed.options()), call.seen());
            return new Outcome.Done(ClientPages.path(id));
        } catch (AdminRefusal refusal) {
            return again(call, typed, seen, refusal);
        }
    }

    /** Lines that cannot be read are mistakes like all others. */
    static void requireRead(Typed typed) {
        if (!typed.wrong().isEmpty()) {
            throw new AdminRefusal(
                    Kind.MALFORMED, AdminRefusal.malformed("").rule(), ConsoleWords.word("form.wrong"), typed.wrong());
        }
    }

    private Outcome again(PlaceCall call, Typed typed, @Nullable String seen, AdminRefusal refusal) {
        if (!MENDABLE.contains(refusal.kind())) {
            throw refusal;
        }
        @Nullable String now = seen;
        List<String> differences = List.of();
        if (seen != null && refusal.kind() == Kind.STALE) {
            ClientView stored = clients.showRegisteredHere(call.text("client"));
            now = stored.entityTag();
            differences = OptionTexts.differences(stored.options(), typed.options());
        }
        ClientFormModel model = form().again(call, now, typed, refusal.detail(), refusal.mistakes(), differences);
        return new Outcome.Shown(Place.EDIT_CLIENT, model, Refused.of(refusal));
    }
}
