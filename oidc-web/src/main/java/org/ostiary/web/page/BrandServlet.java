package org.ostiary.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ostiary.ejb.config.LogoFile;

/** Serves the operator's logo and colours, which are in no archive. */
@WebServlet({Brand.LOGO, Brand.COLOURS})
public class BrandServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Brand brand;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LogoFile logo = brand.picture();
        byte[] colours = brand.sheet();
        boolean picture = request.getServletPath().equals(Brand.LOGO);
        if (picture && logo != null) {
            send(response, logo.type(), logo.content());
        } else if (!picture && colours.length > 0) {
            send(response, "text/css;charset=UTF-8", colours);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
