package org.ostiary.web.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;

/** A form with a file, or with the text of one in a field (RFC 7578). */
final class FormParts {

    /** The field of the text; what is in the file counts before it. */
    static final String TEXT = "text";

    private static final String FILE = "file";
    private static final int MOST = 10;

    private FormParts() {}

    static PlaceCall read(Administrator administrator, HttpServletRequest request) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            if (request.getParts().size() > MOST) {
                throw unreadable();
            }
            for (Part part : request.getParts()) {
                if (values.put(part.getName(), text(part)) != null) {
                    throw unreadable();
                }
            }
            String file = values.getOrDefault(FILE, "");
            String text = values.getOrDefault(TEXT, "");
            values.remove(FILE);
            values.remove(TEXT);
            return new PlaceCall(administrator, RequestParameters.of(values), file.isBlank() ? text : file);
        } catch (ServletException | IllegalStateException | OAuthException malformed) {
            throw unreadable();
        }
    }

    private static String text(Part part) throws IOException {
        try {
            byte[] bytes = part.getInputStream().readAllBytes();
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw AdminRefusal.malformed("The file must be text in UTF-8");
        }
    }

    private static AdminRefusal unreadable() {
        return AdminRefusal.malformed("The form says something twice, or what cannot be read");
    }
}
