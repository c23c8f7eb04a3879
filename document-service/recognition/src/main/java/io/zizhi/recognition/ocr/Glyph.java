package io.zizhi.recognition.ocr;

/**
 * One character of a line.
 *
 * @param confidence the model's probability of this character, 0 to 1
 * @param at place of its centre within the line, from 0 (left) to 1
 */
public record Glyph(String character, double confidence, double at) {}
