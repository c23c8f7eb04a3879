package io.zizhi.document.recognition;

/**
 * The size of a recognised picture, which its boxes refer to. It is no personal data and is stored in plain columns.
 *
 * @param width in pixels, 1 to 100,000
 * @param height in pixels, 1 to 100,000
 */
public record PictureSize(int width, int height) {}
