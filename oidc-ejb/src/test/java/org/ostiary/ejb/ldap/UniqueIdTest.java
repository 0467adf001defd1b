package org.ostiary.ejb.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UniqueIdTest {

    private static final byte[] GUID = HexFormat.of().parseHex("33221100554477668899aabbccddeeff");

    @Test
    @DisplayName("Active Directory's objectGUID is written as its own tools show it, and found again by its bytes")
    void writesAGuid() {
        UniqueId id = new UniqueId("objectGUID");
        String text =
                id.of(new Entry("cn=x", new Attribute("objectGUID", GUID))).orElseThrow();
        assertThat(text).isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
        assertThat(id.filter(text).getAssertionValueBytes()).isEqualTo(GUID);
    }

    @Test
    @DisplayName("A UUID is one text, however the directory writes it")
    void writesAUuid() {
        String upper = "00112233-AABB-CCDD-EEFF-8899AABBCCDD";
        assertThat(new UniqueId("entryUUID").of(new Entry("cn=x", new Attribute("entryUUID", upper))))
                .contains("00112233-aabb-ccdd-eeff-8899aabbccdd");
    }

    @Test
    @DisplayName("S19: another text is kept as it is, since two people's may differ by case only")
    void keepsCase() {
        assertThat(new UniqueId("anId").of(new Entry("cn=x", new Attribute("anId", "aB3"))))
                .contains("aB3");
    }

    @Test
    @DisplayName("Bytes that are no plain text are kept exactly")
    void keepsBytes() {
        UniqueId id = new UniqueId("anId");
        String text = id.of(new Entry("cn=x", new Attribute("anId", GUID))).orElseThrow();
        assertThat(text).startsWith("base64:");
        assertThat(id.filter(text).getAssertionValueBytes()).isEqualTo(GUID);
    }

    @Test
    @DisplayName("None, two, or a broken one are none")
    void demandsExactlyOne() {
        UniqueId id = new UniqueId("objectGUID");
        assertThat(id.of(new Entry("cn=x"))).isEmpty();
        assertThat(id.of(new Entry("cn=x", new Attribute("objectGUID", "short"))))
                .isEmpty();
        assertThat(new UniqueId("anId").of(new Entry("cn=x", new Attribute("anId", "a", "b"))))
                .isEmpty();
    }
}
