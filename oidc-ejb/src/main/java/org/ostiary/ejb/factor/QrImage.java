package org.ostiary.ejb.factor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an inline picture, so that no secret is ever the address of an image.
 *
 * @param size of the picture in modules, with the quiet zone
 * @param path the dark modules, in the language of SVG paths
 */
public record QrImage(int size, String path) {

    /** ISO 18004 demands so many light modules around the code. */
    private static final int QUIET = 4;

    static QrImage of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrImage(code.size + 2 * QUIET, path.toString());
    }

    /** Without the path, which holds a secret. */
    @Override
    public String toString() {
        return "QrImage[size=" + size + "]";
    }
}
