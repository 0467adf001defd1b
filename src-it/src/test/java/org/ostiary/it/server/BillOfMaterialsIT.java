package org.ostiary.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bill of materials says what the EAR consists of, to the byte. */
class BillOfMaterialsIT {

    /** Modules: the EAR has them without the libraries that it brings itself, so their bytes are others. */
    private static final List<String> MODULES = List.of("oidc-ejb", "oidc-web");

    @Test
    @DisplayName(
            "Each library in the EAR is in the bill with its digest, and the bill has nothing that is not in the EAR")
    void isWhatTheArchiveHas() throws Exception {
        Map<String, String> billed = billed();
        assertThat(billed).containsKeys("oidc-ejb", "oidc-web");
        MODULES.forEach(billed::remove);
        assertThat(billed.values()).doesNotHaveDuplicates();
        Map<String, String> shipped = shipped();
        assertThat(shipped).hasSizeGreaterThan(10);
        assertThat(shipped.values()).containsExactlyInAnyOrderElementsOf(billed.values());
    }

    /** The digests of the components, by their names. */
    private static Map<String, String> billed() throws IOException, JoseException {
        Map<String, Object> bill = JsonUtil.parseJson(Files.readString(Artefacts.billOfMaterials()));
        assertThat(bill).containsEntry("bomFormat", "CycloneDX").containsEntry("specVersion", "1.6");
        Map<String, String> digests = new TreeMap<>();
        for (Object component : list(bill, "components")) {
            Map<?, ?> members = (Map<?, ?>) component;
            String digest = list(members, "hashes").stream()
                    .map(hash -> (Map<?, ?>) hash)
                    .filter(hash -> "SHA-256".equals(hash.get("alg")))
                    .map(hash -> String.valueOf(hash.get("content")))
                    .findFirst()
                    .orElseThrow();
            assertThat(digests.put(String.valueOf(members.get("name")), digest)).isNull();
        }
        return digests;
    }

    private static List<?> list(Map<?, ?> members, String name) {
        return (List<?>) Objects.requireNonNull(members.get(name), name);
    }

    /** The digests of the libraries, by their file names. */
    private static Map<String, String> shipped() throws IOException, NoSuchAlgorithmException {
        Map<String, String> digests = new LinkedHashMap<>();
        try (ZipFile ear = new ZipFile(Artefacts.ear().toFile())) {
            for (ZipEntry entry : ear.stream()
                    .filter(entry -> entry.getName().startsWith("lib/") && !entry.isDirectory())
                    .toList()) {
                try (InputStream bytes = ear.getInputStream(entry)) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
                    digests.put(entry.getName(), HexFormat.of().formatHex(digest));
                }
            }
        }
        return digests;
    }
}
