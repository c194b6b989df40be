app.MapPost("/webhook", async (HttpRequest request) =>
{
    using var content = new MemoryStream();
    await request.Body.CopyToAsync(content); // no model as a parameter: it would be parsed
    var own = "sha256=" + Convert.ToHexString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content.ToArray())).ToLowerInvariant();
    var sent = request.Headers["X-Hub-Signature-256"].ToString();
    if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(sent)))
        return Results.Ok("received");
    request.HttpContext.Response.Headers.WWWAuthenticate = "HMAC-SHA256 realm=\"webhook\""; // our own scheme
    return Results.Json(new { error = "The signature does not match." }, statusCode: 401);
});
