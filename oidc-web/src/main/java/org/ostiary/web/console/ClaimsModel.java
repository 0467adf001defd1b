package org.ostiary.web.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.preview.ClaimsPreview;
import org.ostiary.ejb.admin.preview.SupposedSession;
import org.ostiary.ejb.json.JsonText;

/** Whom a client asks about, as the form has it, and what it would be told, once that was asked. */
public record ClaimsModel(PlaceCall call, @Nullable ClaimsPreview preview) implements Form {

    /** One of the things that a client is told; nothing is told where {@code members} is null. */
    public record Told(String where, @Nullable List<Member> members) {}

    /** A claim as a person reads it. */
    public record Member(String name, String value) {}

    /** How the person may be supposed to have proved who they are. */
    public List<SupposedSession> sessions() {
        return List.of(SupposedSession.ONE_FACTOR, SupposedSession.TWO_FACTORS);
    }

    /** All that the client would be told. */
    public List<Told> told() {
        if (preview == null) {
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        told.add(new Told("id_token", members(preview.idToken())));
        told.add(new Told("userinfo", members(preview.userinfo())));
        told.add(new Told("access_token", members(preview.accessToken())));
        told.add(new Told("introspection", members(preview.introspection())));
        return told;
    }

    private static @Nullable List<Member> members(@Nullable Map<String, Object> claims) {
        return claims == null
                ? null
                : claims.entrySet().stream()
                        .map(each -> new Member(each.getKey(), text(each.getValue())))
                        .toList();
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(ClaimsModel::text).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> inner ? JsonText.object(texts(inner)) : String.valueOf(value);
    }

    private static Map<String, Object> texts(Map<?, ?> inner) {
        return inner.entrySet().stream()
                .collect(Collectors.toMap(each -> String.valueOf(each.getKey()), Map.Entry::getValue));
    }
}
