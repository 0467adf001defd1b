package org.ostiary.ejb.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.config.OtherMasterKey;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;

/** Where the master key comes from: configuration, else a file, else a new file that only its owner may read. */
final class MasterKeyFile {

    private static final int BYTES = 32;

    private MasterKeyFile() {}

    static MasterKey keyOf(ProviderConfig config, SecureTokens random) {
        if (config.masterKey() != null) {
            return new MasterKey(decode(config.masterKey(), "oidc.master-key"), false);
        }
        Path file = config.masterKeyFile();
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            return create(file, random);
        } catch (IOException e) {
            throw new ConfigurationException("oidc.master-key-file: " + file + " cannot be read or written: " + e);
        }
    }

    /** The key that is on its way in or out; it must exist where the configuration names it. */
    static Optional<MasterKey> otherKeyOf(ProviderConfig config) {
        OtherMasterKey other = config.otherMasterKey();
        if (other.text() != null) {
            return Optional.of(new MasterKey(decode(other.text(), "oidc.other-master-key"), false));
        }
        if (other.file() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(other.file()));
        } catch (IOException e) {
            throw new ConfigurationException("oidc.other-master-key-file: " + other.file() + " cannot be read: " + e);
        }
    }

    private static MasterKey read(Path file) throws IOException {
        return new MasterKey(
                decode(Files.readString(file, StandardCharsets.US_ASCII).strip(), file.toString()), false);
    }

    private static MasterKey create(Path file, SecureTokens random) throws IOException {
        byte[] key = random.bytes(BYTES);
        Files.createDirectories(folderOf(file));
        Path draft = folderOf(file).resolve(file.getFileName() + "." + random.uuid());
        try (FileChannel out = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            out.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
            out.force(true);
            // Whole or not at all: nobody ever reads half a key, and none that is there is replaced.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return read(file);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        return new MasterKey(key, true);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
        Path folder = folderOf(file);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix")
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
        if (!posix) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a master key is a file, not a root");
    }

    private static byte[] decode(String text, String source) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below like a wrong length, without the text.
        }
        throw new ConfigurationException("The master key in " + source + " is not the base64 text of 32 bytes");
    }
}
