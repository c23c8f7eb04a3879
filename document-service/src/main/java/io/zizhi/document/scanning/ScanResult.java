package io.zizhi.document.scanning;

/** Result of one scan. */
public sealed interface ScanResult {

    /** The scanner has read the whole document and found nothing. */
    record Clean() implements ScanResult {}

    /**
     * The scanner found malware.
     *
     * @param threat the scanner's name of the threat: 1 to 200 printable ASCII characters
     */
    record Infected(String threat) implements ScanResult {}

    /**
     * The scan has no result and is repeated later.
     *
     * @param code reason, for example {@code SCANNER_UNAVAILABLE}
     * @param isOutage whether other documents would probably fail, too; the loop pauses then
     */
    record Undecided(String code, boolean isOutage) implements ScanResult {}
}
