package io.zizhi.document.storage.objects;

import java.util.Arrays;

/** Documents in pieces, as the object store returns them. */
public final class PiecesMother {

    private PiecesMother() {}

    public static Pieces of(byte[] document) {
        Pieces pieces = new Pieces(document.length);
        for (int from = 0; from < document.length; from += Pieces.LENGTH) {
            pieces.add(Arrays.copyOfRange(document, from, Math.min(document.length, from + Pieces.LENGTH)));
        }
        return pieces;
    }
}
