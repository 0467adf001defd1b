package org.ostiary.ejb.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.AttributeType;
import org.ostiary.ejb.json.JsonText;

/** The attributes of one account that are claims of OIDC Core 1.0, section 5.1, or the operator's own below {@code extra}. */
final class AccountsFileClaims {
    private static final List<String> TEXTS = List.of(
            "given_name",
            "family_name",
            "middle_name",
            "nickname",
            "gender",
            "birthdate",
            "website",
            "profile",
            "picture",
            "zoneinfo",
            "locale");
    private static final List<String> ADDRESS =
            List.of("formatted", "street_address", "locality", "region", "postal_code", "country");
    private static final int LONGEST = 1_000;
    private static final int MOST_EXTRAS = 100;
    private static final int LONGEST_NAME = 100;

    private final AccountsFileFields fields;
    private final Map<String, AttributeType> types;

    AccountsFileClaims(AccountsFileFields fields, Map<String, AttributeType> types) {
        this.fields = fields;
        this.types = types;
    }

    /** A JSON object; null when the account has none of them. */
    @Nullable
    String json() {
        Map<String, Object> claims = new LinkedHashMap<>(extra());
        for (String name : TEXTS) {
            String text = bounded(name, fields.text(name));
            if (text != null) {
                claims.put(name, text);
            }
        }
        addPhone(claims);
        Map<String, Object> address = address();
        if (!address.isEmpty()) {
            claims.put("address", address);
        }
        return claims.isEmpty() ? null : JsonText.object(claims);
    }

    /** As RFC 3966 writes an extension. */
    private void addPhone(Map<String, Object> claims) {
        String number = bounded("phone_number", fields.text("phone_number"));
        String extension = bounded("phone_extension", fields.text("phone_extension"));
        boolean verified = fields.flag("phone_number_verified");
        if (number != null) {
            claims.put("phone_number", extension == null ? number : number + ";ext=" + extension);
            claims.put("phone_number_verified", verified);
        }
    }

    private Map<String, Object> address() {
        Map<String, Object> address = new LinkedHashMap<>();
        Map<?, ?> written = fields.members("address");
        for (String name : ADDRESS) {
            if (written.get(name) instanceof String text && bounded("address", text) != null) {
                address.put(name, text);
            }
        }
        return address;
    }

    private Map<String, Object> extra() {
        Map<String, Object> extra = new LinkedHashMap<>();
        Map<?, ?> written = fields.members("extra");
        if (written.size() > MOST_EXTRAS) {
            fields.mistake("extra", "has more than " + MOST_EXTRAS + " members");
            return extra;
        }
        written.forEach((name, value) -> {
            if (!(name instanceof String text) || text.isBlank() || text.length() > LONGEST_NAME) {
                fields.mistake("extra", "has a member without a usable name");
                return;
            }
            AttributeType type = types.get(text);
            ExtraAttribute.read(value, type)
                    .ifPresentOrElse(
                            json -> extra.put(text, json),
                            () -> fields.mistake("extra", "has a member that is " + ExtraAttribute.demand(type)));
        });
        return extra;
    }

    private @Nullable String bounded(String attribute, @Nullable String text) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }
        fields.mistake(attribute, "has more than " + LONGEST + " characters");
        return null;
    }
}
