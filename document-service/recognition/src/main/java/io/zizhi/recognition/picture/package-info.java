/** What the pixels of a picture say without its text: colours, a red seal, glare, a perceptual hash. Pure functions. */
@NullMarked
package io.zizhi.recognition.picture;

import org.jspecify.annotations.NullMarked;
