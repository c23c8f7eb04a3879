package io.zizhi.qualification.bulk.sheet.file;

/** Joins the runs of a formatted text and leaves out its phonetic guide. */
final class RichText {

    private final StringBuilder text = new StringBuilder();
    private boolean inPiece;
    private boolean inReadingAid;

    void clear() {
        text.setLength(0);
        inPiece = false;
        inReadingAid = false;
    }

    /** Called for every event inside the text. */
    void add(XmlPart part) {
        if (part.opens("t")) {
            inPiece = true;
        } else if (part.closes("t")) {
            inPiece = false;
        } else if (part.opens("rPh")) {
            inReadingAid = true;
        } else if (part.closes("rPh")) {
            inReadingAid = false;
        } else if (inPiece && !inReadingAid) {
            part.addText(text);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
