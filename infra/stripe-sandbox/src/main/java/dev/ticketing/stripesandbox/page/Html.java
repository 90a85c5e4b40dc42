package dev.ticketing.stripesandbox.page;

/** The frame of every page, with the prominent warning. */
public final class Html {

    private Html() {}

    public static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%1$s · Stripe sandbox</title>
                <style>
                body { font-family: system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
                .sandbox { background: #ffdd57; border: 3px solid #000; color: #000; font-size: 1.5rem; font-weight: bold; padding: 1rem; }
                table { border-collapse: collapse; width: 100%%; }
                td, th { border-bottom: 1px solid #ccc; padding: .3rem; text-align: left; }
                button { font-size: 1.1rem; margin-right: 1rem; padding: .6rem 1rem; }
                </style>
                </head>
                <body>
                <p class="sandbox" role="alert">Stripe sandbox. No real money moves here.</p>
                <h1>%1$s</h1>
                %2$s
                </body>
                </html>
                """.formatted(title, body);
    }
}
