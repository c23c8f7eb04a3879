package io.zizhi.recognition;

/** A rectangle in pixels of the picture as it was uploaded; (x, y) is its upper left corner. */
public record PictureBox(int x, int y, int width, int height) {}
