@NullMarked
package io.zizhi.build.comments;

import org.jspecify.annotations.NullMarked;
