package dev.ticketing.web.input;

/**
 * The invisible characters around a typed or pasted text: white space, zero-width and bidirectional controls, byte
 * order marks, soft hyphens and fillers. Takes time in proportion to the length.
 */
public final class Margin {

    private Margin() {}

    /** The text without its margins. */
    public static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isBlankAfter(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int character) {
        return isBlankAfter(character) || isPartOfTheCharacterBefore(character);
    }

    private static boolean isBlankAfter(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !isPartOfTheCharacterBefore(character);
            default -> Character.isWhitespace(character) || isEmpty(character);
        };
    }

    /** Variation selectors, and the tags of flags: they change the look of the preceding character. */
    private static boolean isPartOfTheCharacterBefore(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0020 && character <= 0xE007F
                || character >= 0xE0100 && character <= 0xE01EF;
    }

    /** Invisible letters, marks, signs and a control: Default_Ignorable_Code_Point of Unicode, and three more. */
    private static boolean isEmpty(int character) {
        return switch (character) {
            case 0x85, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> character >= 0x180B && character <= 0x180F || character >= 0xFFF0 && character <= 0xFFF8;
        };
    }
}
