package org.ostiary.persistence.datasource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directory of an embedded database: H2 would make it, and its files, for everybody to read. */
final class PrivateDirectory {

    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:(?!~)([^;]+).*");

    private PrivateDirectory() {}

    /**
     * Makes the directory of an H2 file, for its owner only, where it does not exist; one that exists stays as its
     * administrator made it.
     */
    static void prepare(String url) throws SQLException {
        Matcher file = FILE.matcher(url);
        Path directory =
                file.matches() ? Path.of(file.group(1)).toAbsolutePath().getParent() : null;
        if (directory == null || Files.exists(directory)) {
            return;
        }
        try {
            Files.createDirectories(directory);
            if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new SQLException("cannot make the directory " + directory + " for the database", e);
        }
    }
}
