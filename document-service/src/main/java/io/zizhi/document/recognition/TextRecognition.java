package io.zizhi.document.recognition;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.objects.Pieces;

/** Reads the fields in a picture. Each call is remote and takes seconds: never call it inside a transaction. */
public interface TextRecognition {

    /** Reads all pieces, which are consumed. Never fails. */
    Uni<Reading> read(RecognitionForm form, FileFormat format, Pieces picture);
}
