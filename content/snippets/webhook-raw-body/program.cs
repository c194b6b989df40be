app.MapPost("/webhook", async (HttpRequest request) =>
{
    using var content = new MemoryStream();
    await request.Body.CopyToAsync(content); // no model as a parameter: it would be parsed
    var own = "sha256=" + Convert.ToHexString(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content.ToArray())).ToLowerInvariant();
    var sent = request.Headers["X-Hub-Signature-256"].ToString();
    return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(sent))
        ? Results.Ok("received")
        : Results.Json(new { error = "The signature does not match." }, statusCode: 401);
});
