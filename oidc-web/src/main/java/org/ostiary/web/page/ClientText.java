package org.ostiary.web.page;

import org.ostiary.ejb.authorize.InteractionView;

/** What people read where a page says to whom they are on the way: an application by its name, a page of ours in their language. */
public final class ClientText {

    private ClientText() {}

    public static String of(InteractionView view) {
        return view.toOwnPage() ? Texts.text("account.title") : DisplayText.of(view.clientName(), view.clientId());
    }
}
