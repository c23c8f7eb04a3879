/**
 * Recognises the fields of identity documents and certificates in pictures. Plain Java without Quarkus and without any
 * other module of the suite. Native code and models need a processor and about 450 MB, an estimate from a probe. So this
 * runs in a process of its own, never in the one that takes uploads.
 *
 * <pre>
 * picture → {@code ocr}: boxes, upright picture, lines of text → {@code form}: labels, values, validity checks → fields
 * </pre>
 */
@NullMarked
package io.zizhi.recognition;

import org.jspecify.annotations.NullMarked;
