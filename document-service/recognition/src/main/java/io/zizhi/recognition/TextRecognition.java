package io.zizhi.recognition;

/** Recognises the fields of a document in its picture. Blocks for seconds. */
public interface TextRecognition {

    /**
     * Returns the fields that were found.
     *
     * @param form what the picture should show
     * @param picture bytes of a JPEG, PNG or GIF
     * @throws UndecodablePictureException if the bytes are no picture
     */
    Recognition recognize(DocumentForm form, byte[] picture);
}
