/**
 * Pages of documents as PNG. A separate process with a small heap and a time-out renders them ({@link
 * io.zizhi.document.viewing.pages.RenderPages}), because a hostile file can exhaust memory or time. The bytes go through
 * pipes, never through files. For staff, {@link io.zizhi.document.viewing.watermark.Watermark} becomes part of the page.
 */
@NullMarked
package io.zizhi.document.viewing.pages;

import org.jspecify.annotations.NullMarked;
