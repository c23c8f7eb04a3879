package io.zizhi.document.storage;

import java.time.Duration;

/**
 * How long documents that no submission uses are kept.
 *
 * @param neverNamed after the upload, while no draft, sheet or submission has named it
 * @param unused after the upload, the last check of a draft, or the end of the last use
 * @param quarantined the same for documents in which the malware scan found a threat
 */
public record UnusedPeriods(Duration neverNamed, Duration unused, Duration quarantined) {}
