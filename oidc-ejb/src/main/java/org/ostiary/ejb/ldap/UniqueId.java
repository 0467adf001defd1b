package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about an entry, as one text for each value: a UUID in lower case, Active Directory's
 * {@code objectGUID} as the UUID that its own tools show, and any other value in base64url where it is no plain text.
 *
 * @param attribute that holds it
 */
record UniqueId(String attribute) {

    private static final int LONGEST = 200;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** Empty when the entry has none that can be used. */
    Optional<String> of(Entry entry) {
        Attribute values = entry.getAttribute(attribute);
        if (values == null || values.size() != 1) {
            return Optional.empty();
        }
        String text = guid() ? guid(values.getValueByteArray()) : text(values);
        return Optional.ofNullable(text).filter(id -> !id.isEmpty() && id.length() <= LONGEST);
    }

    /** Finds the entry with this id. */
    Filter filter(String id) {
        if (guid()) {
            return Filter.createEqualityFilter(attribute, bytes(UUID.fromString(id)));
        }
        return id.startsWith("base64:")
                ? Filter.createEqualityFilter(attribute, Base64.getUrlDecoder().decode(id.substring(7)))
                : Filter.createEqualityFilter(attribute, id);
    }

    private boolean guid() {
        return attribute.equalsIgnoreCase("objectGUID");
    }

    private static String text(Attribute values) {
        String text = values.getValue();
        boolean plain = text.chars().allMatch(c -> c > 0x20 && c < 0x7f) && !text.startsWith("base64:");
        if (UUID_TEXT.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        return plain
                ? text
                : "base64:" + Base64.getUrlEncoder().withoutPadding().encodeToString(values.getValueByteArray());
    }

    /** The first three groups are stored with their lowest byte first. */
    private static @Nullable String guid(byte[] bytes) {
        if (bytes.length != 16) {
            return null;
        }
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long first = little.getInt() & 0xffffffffL;
        long second = little.getShort() & 0xffffL;
        long third = little.getShort() & 0xffffL;
        long rest = ByteBuffer.wrap(bytes, 8, 8).getLong();
        return new UUID(first << 32 | second << 16 | third, rest).toString();
    }

    private static byte[] bytes(UUID id) {
        long high = id.getMostSignificantBits();
        ByteBuffer buffer = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt((int) (high >> 32)).putShort((short) (high >> 16)).putShort((short) high);
        buffer.order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits());
        return buffer.array();
    }
}
