package io.zizhi.qualification.signing.carrierfiling;

/**
 * A document that a carrier may get a copy of.
 *
 * @param carrier code of the carrier
 * @param workOrder review that approved the revision of the carrier filing
 */
public record FiledDocumentView(String carrier, long workOrder) {}
