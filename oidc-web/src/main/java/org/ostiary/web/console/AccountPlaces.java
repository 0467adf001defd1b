package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ostiary.ejb.admin.people.AccountPage;
import org.ostiary.ejb.admin.people.AccountView;
import org.ostiary.ejb.admin.people.AdminAccountService;
import org.ostiary.ejb.admin.people.AdminFactorService;
import org.ostiary.ejb.admin.people.AdminGrantService;
import org.ostiary.ejb.admin.people.AdminGroupService;
import org.ostiary.ejb.admin.people.AdminSessionService;
import org.ostiary.ejb.admin.people.FactorResetOrder;
import org.ostiary.ejb.protocol.FormEncoding;

/** People: their accounts, where they are signed in, what they granted, their groups and second factors. */
@ApplicationScoped
public class AccountPlaces implements Subject {

    @Inject
    AdminAccountService accounts;

    @Inject
    AdminSessionService sessions;

    @Inject
    AdminGrantService grants;

    @Inject
    AdminGroupService groups;

    @Inject
    AdminFactorService factors;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.LIST_ACCOUNTS, this::accounts);
        table.shows(Place.SHOW_ACCOUNT, this::account);
        table.shows(Place.PREVIEW_GROUPS, this::groups);
        table.shows(Place.LIST_SECOND_FACTORS, this::factors);
        changes(table, Place.DISABLE_ACCOUNT, (call, id) -> accounts.disable(call.administrator(), id));
        changes(table, Place.ENABLE_ACCOUNT, (call, id) -> accounts.enable(call.administrator(), id));
        changes(table, Place.UNLOCK_ACCOUNT, (call, id) -> groups.unlock(call.administrator(), id));
        changes(table, Place.END_SESSION, (call, id) -> sessions.end(call.administrator(), call.require("session")));
        changes(table, Place.END_SESSIONS, (call, id) -> sessions.endAll(call.administrator(), id));
        changes(table, Place.REVOKE_GRANT, (call, id) -> grants.revoke(call.administrator(), call.require("grant")));
        changes(
                table,
                Place.CHANGE_GROUPS,
                (call, id) -> groups.join(call.administrator(), id, call.lines("groups"), call.seen()));
        changes(
                table,
                Place.RESET_SECOND_FACTORS,
                (call, id) -> factors.reset(call.administrator(), id, new FactorResetOrder(false)));
    }

    /** A change of the account that the form names; the page of the account shows it. */
    private static void changes(PlaceTable table, Place place, BiConsumer<PlaceCall, String> change) {
        table.does(place, call -> {
            String id = call.require("account");
            change.accept(call, id);
            return "/account?account=" + FormEncoding.encode(id) + "&";
        });
    }

    private Record accounts(PlaceCall call) {
        String prefix = call.text("prefix");
        AccountPage page = accounts.page(prefix, call.find("after"), NextPage.ROWS);
        return new AccountsModel(page.accounts(), prefix, NextPage.query(Map.of("prefix", prefix), page.next()));
    }

    private Record account(PlaceCall call) {
        String id = call.require("account");
        return new AccountModel(
                accounts.show(id), sessions.of(id).sessions(), grants.of(id).grants());
    }

    private Record groups(PlaceCall call) {
        AccountView account = accounts.show(call.require("account"));
        if (call.find("preview") == null) {
            return new GroupsModel(account, account.groups(), "", null);
        }
        Set<String> wanted = call.lines("groups");
        String seen = accounts.groups(account.id()).entityTag();
        int lost = groups.preview(call.administrator(), account.id(), wanted).grants();
        return new GroupsModel(account, wanted, seen, lost);
    }

    private Record factors(PlaceCall call) {
        String id = call.require("account");
        return new FactorsModel(
                accounts.show(id), factors.of(id), sessions.of(id).sessions().size());
    }
}
