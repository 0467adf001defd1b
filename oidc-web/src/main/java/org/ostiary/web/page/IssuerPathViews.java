package org.ostiary.web.page;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/**
 * Where the forms of the pages go: to the view's own address below the issuer, so that a provider that is published under
 * a path keeps people under that path.
 */
public class IssuerPathViews extends ViewHandlerWrapper {

    /** Called by Faces with the handler it would have used. */
    public IssuerPathViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String url = super.getActionURL(context, viewId);
        String contextPath = context.getExternalContext().getRequestContextPath();
        return CDI.current().select(Site.class).get().path(AccountViews.pathOf(url.substring(contextPath.length())));
    }
}
