package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.applications.Application;
import org.ostiary.ejb.applications.ChangeOutcome;
import org.ostiary.ejb.applications.OwnApplicationsService;
import org.ostiary.ejb.applications.OwnApplicationsView;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;

/** Shows people which applications have what of theirs, and takes what they change. */
@Named
@RequestScoped
public class ApplicationsPage {

    @Inject
    OwnApplicationsService applications;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String client = "";
    private String formToken = "";
    private String decision = "";
    private boolean stale;
    private @Nullable String after;
    private @Nullable String next;
    private List<ApplicationEntry> entries = List.of();
    private String freshToken = "";

    /** Shows the list, or changes what the pressed button says. */
    public void answer() {
        if (reply.posted()) {
            switch (changed()) {
                case CHANGED -> {
                    reply.seeOther("/account/applications");
                    return;
                }
                case UNKNOWN -> {
                    reply.notFound();
                    return;
                }
                case STALE_FORM, FIXED -> {
                    stale = true;
                    reply.status(403);
                }
            }
        }
        OwnApplicationsView view = applications.list(after, visit.visitor());
        List<Application> own = view.applications();
        next = view.next() == null ? null : FormEncoding.encode(view.next());
        entries = IntStream.range(0, own.size())
                .mapToObj(index -> ApplicationEntry.of(index, own.get(index)))
                .toList();
        freshToken = applications.formToken(visit.visitor());
    }

    private ChangeOutcome changed() {
        if (!visit.sameOriginPost()) {
            return ChangeOutcome.STALE_FORM;
        }
        if (decision.equals("revoke")) {
            return applications.revoke(client, formToken, visit.visitor());
        }
        return decision.equals("save")
                ? applications.change(client, wishes(), formToken, visit.visitor())
                : ChangeOutcome.STALE_FORM;
    }

    /** Only what the person saw: what an application got since then is no box that somebody left unticked. */
    private Map<String, Boolean> wishes() {
        Set<String> ticked = reply.ticked(PermissionLine.FIELD);
        Map<String, Boolean> wishes = new LinkedHashMap<>();
        reply.ticked(PermissionLine.SHOWN).forEach(item -> wishes.put(item, ticked.contains(item)));
        return wishes;
    }

    /** The name of the next page, as it stands in an address; null when there is none. */
    public @Nullable String next() {
        return next;
    }

    /** The applications, the newest first. */
    public List<ApplicationEntry> entries() {
        return entries;
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
    }

    /** The token of the forms that are shown now. */
    public String freshToken() {
        return freshToken;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }

    public String getClient() {
        return client;
    }

    public void setClient(@Nullable String client) {
        this.client = Objects.requireNonNullElse(client, "");
    }

    public String getFormToken() {
        return formToken;
    }

    public void setFormToken(@Nullable String formToken) {
        this.formToken = Objects.requireNonNullElse(formToken, "");
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(@Nullable String decision) {
        this.decision = Objects.requireNonNullElse(decision, "");
    }
}
