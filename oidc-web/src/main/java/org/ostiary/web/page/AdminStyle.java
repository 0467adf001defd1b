package org.ostiary.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;

/** The style sheet of the administration's pages, besides the one of all pages, which no others have to load. */
@Named
@ApplicationScoped
public class AdminStyle {

    private final String stylesheet;

    /** For CDI. */
    protected AdminStyle() {
        this.stylesheet = "";
    }

    @Inject
    AdminStyle(Site site, ServletContext context) {
        this.stylesheet = site.path(Asset.administrationStyles(context));
    }

    /** Its path; it changes with the content, so browsers may keep it for good. */
    public String stylesheet() {
        return stylesheet;
    }
}
