@NullMarked
package io.zizhi.qualification.authentication.provider;

import org.jspecify.annotations.NullMarked;
