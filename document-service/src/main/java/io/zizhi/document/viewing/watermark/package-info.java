/**
 * The watermark of pages that staff see: text for people, and a {@link io.zizhi.document.viewing.watermark.Mark} that a
 * program reads back from a crop of a compressed copy. Plain Java, because {@code ./zizhi watermark} and the process
 * that renders pages use it without the service.
 */
@NullMarked
package io.zizhi.document.viewing.watermark;

import org.jspecify.annotations.NullMarked;
